/**
 * Measurements against peers, and what they share. Nothing of the product depends on it; it looks at the product from outside,
 * but for the protocol module, which it measures.
 */
package org.switchroom.bench;
