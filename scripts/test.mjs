// npm test: everything that has to hold before a change is taken in.
import { browserTests, budgets, build, looks, runSteps, unitTests } from './steps.mjs'

process.exitCode = (await runSteps([...looks, unitTests, build, budgets, browserTests])) ? 0 : 1
