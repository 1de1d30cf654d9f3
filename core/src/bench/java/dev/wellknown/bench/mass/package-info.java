/** The mass check against other clients; {@code docs/benchmarks.md} says how it is run. */
package dev.wellknown.bench.mass;
