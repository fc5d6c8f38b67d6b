/** How many actions a second many senders get answered, and how long each waits. */
package org.switchroom.bench.roundtrip;
