// The loops that need instructions beyond the platform's baseline, chosen when the program runs.
//
// Every function has a plain twin with `_scalar` in its name and equals it bit for bit, so a
// result never depends on the machine. The `_avx2` form does nothing and returns 0 where the
// processor lacks AVX2; it is exported only so that tests can compare the two.

#ifndef SEEDBED_KERNELS_H
#define SEEDBED_KERNELS_H

#include <stddef.h>
#include <stdint.h>

// MinHash by affine maps of 32-bit words (datasketch's "affine32"). Each 64-bit hash is folded
// to 32 bits by xor of its halves, then mixed with MurmurHash3's 32-bit finaliser to h;
// signature[k] = min over all h of a[k] * h + b[k] modulo 2^32, or 2^32 - 1 without hashes.
void ck_minhash_affine32(const uint64_t *hashes, size_t count, const uint32_t *a,
                         const uint32_t *b, size_t permutations, uint32_t *signature);
void ck_minhash_affine32_scalar(const uint64_t *hashes, size_t count, const uint32_t *a,
                                const uint32_t *b, size_t permutations, uint32_t *signature);
int ck_minhash_affine32_avx2(const uint64_t *hashes, size_t count, const uint32_t *a,
                             const uint32_t *b, size_t permutations, uint32_t *signature);

// The dot product of two float vectors: 32 partial sums (lane i takes every 32nd product from
// i on), added pairwise at the end; no fused multiply-add.
float ck_dot_f32(const float *a, const float *b, size_t count);
float ck_dot_f32_scalar(const float *a, const float *b, size_t count);
int ck_dot_f32_avx2(const float *a, const float *b, size_t count, float *result);

#endif
