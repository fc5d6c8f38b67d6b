/**
 * Who did what, when and from where: a list that only grows, each entry sealed by the hash of the one before. Does not belong here: what
 * is worth an entry (the features decide), what programs and servers did (logs), and the self-audit of invariants (monitoring).
 */
package org.switchroom.audit;
