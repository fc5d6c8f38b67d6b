/**
 * One socket to one server's manager port: connect, greet, log in, send, match answers, tell events, close. Does not belong
 * here: reconnecting, pools, buffers of events (the resource adapter).
 */
package org.switchroom.ami.session;
