/** A polynomial in a shifted and scaled variable: the sum of `coefficients[k] * ((x - centre) / halfSpan) ** k`. */
export type Polynomial = { readonly coefficients: readonly number[]; readonly centre: number; readonly halfSpan: number };
