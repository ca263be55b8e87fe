export { AnswerPane, AnswerSkeleton } from './answer-pane'
export { chartOf } from './chart-of'
export { Headlines } from './headlines'
export { Problems } from './problems'
