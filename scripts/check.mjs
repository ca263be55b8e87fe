// npm run check: all that needs neither a build nor a browser.
import { looks, runSteps, unitTests } from './steps.mjs'

process.exitCode = (await runSteps([...looks, unitTests])) ? 0 : 1
