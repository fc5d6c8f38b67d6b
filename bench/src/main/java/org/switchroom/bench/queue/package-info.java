/** How long a row waits for the wire, and how many actions a second the queue makes, on a running instance. */
package org.switchroom.bench.queue;
