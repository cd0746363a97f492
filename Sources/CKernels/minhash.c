#include "kernels.h"
#include "targets.h"

// Hashes mixed at a time: they stay in the first-level cache while every permutation reads them.
enum { block_size = 256, lane_count = 16 };

typedef uint32_t words __attribute__((vector_size(4 * lane_count)));
typedef int32_t signed_words __attribute__((vector_size(4 * lane_count)));

CK_INLINE void mix_block(const uint64_t *hashes, size_t count, uint32_t *mixed) {
  for (size_t i = 0; i < count; i++) {
    uint32_t h = (uint32_t)(hashes[i] ^ (hashes[i] >> 32));
    h ^= h >> 16;
    h *= 0x85ebca6bu;
    h ^= h >> 13;
    h *= 0xc2b2ae35u;
    h ^= h >> 16;
    mixed[i] = h;
  }
}

CK_INLINE void lower_one(const uint32_t *mixed, size_t count, uint32_t a, uint32_t b,
                         uint32_t *value) {
  uint32_t lowest = *value;
  for (size_t i = 0; i < count; i++) {
    uint32_t image = a * mixed[i] + b;
    lowest = image < lowest ? image : lowest;
  }
  *value = lowest;
}

// Lowers 16 * `groups` permutations. Images and minima carry a flipped sign bit, because every
// instruction set compares signed words while SSE2 has no comparison of unsigned ones.
CK_INLINE void lower_groups(const uint32_t *mixed, size_t count, const uint32_t *a,
                            const uint32_t *b, uint32_t *signature, const int groups) {
  words factor[4], offset[4], lowest[4];
  for (int g = 0; g < groups; g++) {
    __builtin_memcpy(&factor[g], a + g * lane_count, sizeof(words));
    __builtin_memcpy(&offset[g], b + g * lane_count, sizeof(words));
    __builtin_memcpy(&lowest[g], signature + g * lane_count, sizeof(words));
    offset[g] ^= 0x80000000u;
    lowest[g] ^= 0x80000000u;
  }
  for (size_t i = 0; i < count; i++) {
    words h = (words){0} + mixed[i];
    for (int g = 0; g < groups; g++) {
      words image = factor[g] * h + offset[g];
      signed_words less = (signed_words)image < (signed_words)lowest[g];
      lowest[g] = (image & (words)less) | (lowest[g] & ~(words)less);
    }
  }
  for (int g = 0; g < groups; g++) {
    lowest[g] ^= 0x80000000u;
    __builtin_memcpy(signature + g * lane_count, &lowest[g], sizeof(words));
  }
}

// `groups`: how many vectors of 16 permutations the registers hold at a time.
CK_INLINE void minhash(const uint64_t *hashes, size_t count, const uint32_t *a, const uint32_t *b,
                       size_t permutations, uint32_t *signature, const int groups) {
  uint32_t mixed[block_size];
  for (size_t k = 0; k < permutations; k++) signature[k] = UINT32_MAX;
  for (size_t done = 0; done < count; done += block_size) {
    size_t size = count - done < block_size ? count - done : block_size;
    mix_block(hashes + done, size, mixed);
    size_t k = 0;
    if (groups > 0) {
      size_t step = (size_t)groups * lane_count;
      for (; k + step <= permutations; k += step) {
        lower_groups(mixed, size, a + k, b + k, signature + k, groups);
      }
      for (; k + lane_count <= permutations; k += lane_count) {
        lower_groups(mixed, size, a + k, b + k, signature + k, 1);
      }
    }
    for (; k < permutations; k++) lower_one(mixed, size, a[k], b[k], signature + k);
  }
}

void ck_minhash_affine32_scalar(const uint64_t *hashes, size_t count, const uint32_t *a,
                                const uint32_t *b, size_t permutations, uint32_t *signature) {
  minhash(hashes, count, a, b, permutations, signature, 0);
}

int ck_minhash_affine32_sse2(const uint64_t *hashes, size_t count, const uint32_t *a,
                             const uint32_t *b, size_t permutations, uint32_t *signature) {
  if (!CK_X86) return 0;
  minhash(hashes, count, a, b, permutations, signature, 1);
  return 1;
}

CK_AVX2 static void minhash_avx2(const uint64_t *hashes, size_t count, const uint32_t *a,
                                 const uint32_t *b, size_t permutations, uint32_t *signature) {
  minhash(hashes, count, a, b, permutations, signature, 2);
}

int ck_minhash_affine32_avx2(const uint64_t *hashes, size_t count, const uint32_t *a,
                             const uint32_t *b, size_t permutations, uint32_t *signature) {
  if (!ck_has_avx2()) return 0;
  minhash_avx2(hashes, count, a, b, permutations, signature);
  return 1;
}

CK_AVX512 static void minhash_avx512(const uint64_t *hashes, size_t count, const uint32_t *a,
                                     const uint32_t *b, size_t permutations,
                                     uint32_t *signature) {
  minhash(hashes, count, a, b, permutations, signature, 4);
}

int ck_minhash_affine32_avx512(const uint64_t *hashes, size_t count, const uint32_t *a,
                               const uint32_t *b, size_t permutations, uint32_t *signature) {
  if (!ck_has_avx512()) return 0;
  minhash_avx512(hashes, count, a, b, permutations, signature);
  return 1;
}

int ck_minhash_affine32_neon(const uint64_t *hashes, size_t count, const uint32_t *a,
                             const uint32_t *b, size_t permutations, uint32_t *signature) {
  if (!CK_NEON) return 0;
  minhash(hashes, count, a, b, permutations, signature, 2);
  return 1;
}

void ck_minhash_affine32(const uint64_t *hashes, size_t count, const uint32_t *a,
                         const uint32_t *b, size_t permutations, uint32_t *signature) {
  if (ck_minhash_affine32_avx512(hashes, count, a, b, permutations, signature)) return;
  if (ck_minhash_affine32_avx2(hashes, count, a, b, permutations, signature)) return;
  if (ck_minhash_affine32_sse2(hashes, count, a, b, permutations, signature)) return;
  if (ck_minhash_affine32_neon(hashes, count, a, b, permutations, signature)) return;
  ck_minhash_affine32_scalar(hashes, count, a, b, permutations, signature);
}
