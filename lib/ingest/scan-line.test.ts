import { describe, expect, test } from 'vitest'
import { LineError, scanLine } from './scan-line'

const texts = (line: string) => scanLine(line, 1).map(({ name, type, text }) => [name, type, text])

describe('scanning a line', () => {
  test('keeps numbers as they stand there', () => {
    expect(texts('{"a": 1.10, "b":1e3,"c":-0,"d":12345678901234567890123}')).toEqual([
      ['a', 'number', '1.10'],
      ['b', 'number', '1e3'],
      ['c', 'number', '-0'],
      ['d', 'number', '12345678901234567890123'],
    ])
  })

  test('writes nested values as JSON without blanks, numbers as they stand there', () => {
    expect(texts('{"a": { "x" : [ 1.50 , null , "é\\u00e9 \\" \\/" ] , "y":{ } }}')).toEqual([
      ['a', 'object', '{"x":[1.50,null,"éé \\" /"],"y":{}}'],
    ])
  })

  test('reads the members of an object down to the depth asked for', () => {
    const [member] = scanLine('{"p":{"k":{"deep":true},"":"empty"}}', 2)
    expect(member?.members.map(({ name, text }) => [name, text])).toEqual([
      ['k', '{"deep":true}'],
      ['', 'empty'],
    ])
  })

  test.each([
    '',
    '[1]',
    '"text"',
    '{"a":1} {"b":2}',
    '{"a":}',
    '{"a" 1}',
    '{a:1}',
    '{"a":01}',
    '{"a":1.}',
    '{"a":"\t"}',
    '{"a":"\\x"}',
    '{"a":"\\ud800"}',
    '{"a":"open}',
    '{"a":[1,2}',
    '{"a":tru}',
    '{"a":NaN}',
    '{"a":-Infinity}',
  ])('refuses %j', line => {
    expect(() => scanLine(line, 1)).toThrow(LineError)
  })

  test('says where it stopped', () => {
    expect(() => scanLine('{"a":?}', 1)).toThrow('not JSON: a value was expected at character 6, where “?” stands')
  })
})
