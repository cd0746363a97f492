// The numbers behind the activation and the softmax, shared by all variants.

#ifndef SEEDBED_ENCODER_MATH_H
#define SEEDBED_ENCODER_MATH_H

// erf(t) = t P(t^2) / Q(t^2) on [-erf_edge, erf_edge] within 3e-7, by iteratively reweighted
// least squares; beyond the edge erf is 1 within 1e-7. Lowest power first.
static const float erf_edge = 3.8f;
static const float erf_p[5] = {1.12836933f, 0.368818551f, 0.0749636441f, 0.011156532f,
                               0.000405825354f};
static const float erf_q[6] = {1.0f,          0.66011852f,   0.186673522f,
                               0.0296357237f, 0.00288084662f, 2.33819046e-05f};
static const float half_root_2 = 0.70710678118654752f;

// exp(x) = 2^k exp(r), k the integer next to x / ln 2: Taylor's series to the sixth power is
// within 2e-7 of exp(r). ln 2 comes in two parts, so that k times the first is exact. Below the
// floor the result would leave the range of normal numbers.
static const float exp_floor = -87.0f;
static const float exp_series[7] = {1.0f,        1.0f,         0.5f,         1.0f / 6,
                                    1.0f / 24.0f, 1.0f / 120.0f, 1.0f / 720.0f};
static const float log2_e = 1.44269504f;
static const float ln2_high = 0.693359375f;
static const float ln2_low = -2.12194440e-4f;

// Adding this number leaves the nearest integer (ties to even) in the lowest bits of the sum.
static const float rounding_shift = 12582912.0f;
enum { rounding_bits = 0x4b400000 };

// Smaller rows are zero: the inverse of their scale would overflow.
static const float smallest_row = 1e-30f;
static const float largest_row = 3e38f;

// What is added to the score of a place behind the last key.
static const float no_key = -1e30f;

#endif
