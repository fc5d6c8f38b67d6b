/** What a burst of events does to its listener, and to whoever waits for an answer behind it. */
package org.switchroom.bench.burst;
