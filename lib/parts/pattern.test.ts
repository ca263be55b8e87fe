import { expect, test } from 'vitest'
import { patternError } from './pattern'

test.each([
  '^a.*b$',
  '(a|b)+?',
  '[^\\]a-z\\[]',
  '[]a]',
  '(?i)pro',
  '(?s:.)',
  '\\d{2,3}',
  '\\p{Lu}\\pL',
  '\\Q[[&&\\E',
  '\\\\(x)',
  'a && b',
  'ő🎉',
])('reads %s', pattern => expect(patternError(pattern)).toBeNull())

test.each([
  '(',
  'a**',
  '[z-a]',
  '(?<n>a)',
  '(?P<n>a)',
  '(?U)a',
  '[[:word:]]',
  '[a&&b]',
  '\\p{Greek}',
  '\\p{Alphabetic}',
  '(?=a)',
  '\\1',
  'a{1001}',
])('refuses %s', pattern => expect(patternError(pattern)).not.toBeNull())
