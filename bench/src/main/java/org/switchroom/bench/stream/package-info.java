/** How fast readers of the manager interface take the same recorded stream, and what it costs them. */
package org.switchroom.bench.stream;
