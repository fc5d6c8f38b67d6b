/**
 * The phones of people: SIP devices and browser phones, several of one person, each with its endpoint, extension, voicemail and caller id.
 *
 * <p>A phone and the endpoint by which it is dialled come and go together. Does not belong here: whether a phone is registered (server), a
 * call to it (queue), and who may dial what (guard).
 */
package org.switchroom.phone;
