import { shapes } from './demo-console/shapes'
import { playShape } from './steps/shapes'
import { test } from './test'

for (const row of shapes) {
  for (const mode of row.modes) {
    test(`a page that ${row.name}, in ${mode} mode`, ({ driver, demo }) => playShape(driver, demo, row, mode))
  }
}
