/** 1 student, 2 studenten. */
export function studenten(n: number): string {
  return `${getal(n)} ${n === 1 ? 'student' : 'studenten'}`
}

export function getal(n: number): string {
  return n.toLocaleString('nl-NL')
}
