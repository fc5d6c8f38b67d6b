/**
 * A stand-in for an Asterisk server's manager port, for tests and for demos where no Asterisk can be had: speaks the real
 * protocol, plays calls by the carrier's digit rule, and breaks things on purpose. Held honest by contract tests that also run
 * on a real Asterisk. Does not belong here: SIP, sound, the dialplan.
 */
package org.switchroom.ami.fake;
