#include "kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Hashes mixed at a time: they stay in the first-level cache while every permutation reads them.
enum { block_size = 256 };

static inline __attribute__((always_inline)) void mix_block(const uint64_t *hashes, size_t count,
                                                            uint32_t *mixed) {
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

static inline __attribute__((always_inline)) void lower_one(const uint32_t *mixed, size_t count,
                                                            uint32_t a, uint32_t b,
                                                            uint32_t *value) {
  uint32_t lowest = *value;
  for (size_t i = 0; i < count; i++) {
    uint32_t image = a * mixed[i] + b;
    lowest = image < lowest ? image : lowest;
  }
  *value = lowest;
}

void ck_minhash_affine32_scalar(const uint64_t *hashes, size_t count, const uint32_t *a,
                                const uint32_t *b, size_t permutations, uint32_t *signature) {
  uint32_t mixed[block_size];
  for (size_t k = 0; k < permutations; k++) signature[k] = UINT32_MAX;
  for (size_t done = 0; done < count; done += block_size) {
    size_t size = count - done < block_size ? count - done : block_size;
    mix_block(hashes + done, size, mixed);
    for (size_t k = 0; k < permutations; k++) lower_one(mixed, size, a[k], b[k], signature + k);
  }
}

#if defined(__x86_64__)

// Four registers of eight permutations at a time hide the latency of the multiplication.
__attribute__((target("avx2"))) static void minhash_avx2(const uint64_t *hashes, size_t count,
                                                         const uint32_t *a, const uint32_t *b,
                                                         size_t permutations,
                                                         uint32_t *signature) {
  uint32_t mixed[block_size];
  for (size_t k = 0; k < permutations; k++) signature[k] = UINT32_MAX;
  for (size_t done = 0; done < count; done += block_size) {
    size_t size = count - done < block_size ? count - done : block_size;
    mix_block(hashes + done, size, mixed);
    size_t k = 0;
    for (; k + 32 <= permutations; k += 32) {
      __m256i factor[4], offset[4], lowest[4];
      for (int lane = 0; lane < 4; lane++) {
        size_t at = k + 8 * (size_t)lane;
        factor[lane] = _mm256_loadu_si256((const __m256i *)(a + at));
        offset[lane] = _mm256_loadu_si256((const __m256i *)(b + at));
        lowest[lane] = _mm256_loadu_si256((const __m256i *)(signature + at));
      }
      for (size_t i = 0; i < size; i++) {
        __m256i h = _mm256_set1_epi32((int)mixed[i]);
        for (int lane = 0; lane < 4; lane++) {
          __m256i image = _mm256_add_epi32(_mm256_mullo_epi32(factor[lane], h), offset[lane]);
          lowest[lane] = _mm256_min_epu32(lowest[lane], image);
        }
      }
      for (int lane = 0; lane < 4; lane++) {
        _mm256_storeu_si256((__m256i *)(signature + k + 8 * (size_t)lane), lowest[lane]);
      }
    }
    for (; k < permutations; k++) lower_one(mixed, size, a[k], b[k], signature + k);
  }
}

int ck_minhash_affine32_avx2(const uint64_t *hashes, size_t count, const uint32_t *a,
                             const uint32_t *b, size_t permutations, uint32_t *signature) {
  if (!__builtin_cpu_supports("avx2")) return 0;
  minhash_avx2(hashes, count, a, b, permutations, signature);
  return 1;
}

#else

int ck_minhash_affine32_avx2(const uint64_t *hashes, size_t count, const uint32_t *a,
                             const uint32_t *b, size_t permutations, uint32_t *signature) {
  (void)hashes, (void)count, (void)a, (void)b, (void)permutations, (void)signature;
  return 0;
}

#endif

void ck_minhash_affine32(const uint64_t *hashes, size_t count, const uint32_t *a,
                         const uint32_t *b, size_t permutations, uint32_t *signature) {
  if (ck_minhash_affine32_avx2(hashes, count, a, b, permutations, signature)) return;
  ck_minhash_affine32_scalar(hashes, count, a, b, permutations, signature);
}
