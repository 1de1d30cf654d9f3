/**
 * Hosts that misbehave for real, on loopback, with an authority of their own made at each start.
 * Every fault of the catalogue has its name here; other suites judge them further.
 */
package dev.wellknown.fetch.faults;
