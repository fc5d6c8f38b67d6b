/**
 * REST under {@code /api/v1}: actions, servers, channels and the stream of changes, for programs with a bearer token. JSON names are the
 * names of the columns; every error is a problem document.
 *
 * <p>Does not belong here: rules about what may be sent to Asterisk (feature queue), and anything that takes a session or a cookie.
 */
package org.switchroom.web.api;
