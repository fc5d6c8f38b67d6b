/**
 * What Switchroom promises, broken on purpose: servers killed, frozen, cut off and made slow, each fault a class of its own that says which
 * property must hold and by which figure. What is true afterwards is in {@code org.switchroom.system.PostConditions}; the truth about calls
 * is in Asterisk's own records, which {@link org.switchroom.system.fault.Oracle} reads.
 */
package org.switchroom.system.fault;
