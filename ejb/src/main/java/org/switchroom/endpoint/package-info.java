/**
 * What can be dialled and where a call may be sent: trunks, phones, the grammar of dial strings, allowed contexts.
 *
 * <p>Nothing can be dialled until an administrator enters it here. A dial string is always built from (technology, endpoint id, digits);
 * no text of a user becomes part of one. Does not belong here: whether a channel is alive (feature channel), rates and pacing (queue), and
 * who may dial what (user).
 */
package org.switchroom.endpoint;
