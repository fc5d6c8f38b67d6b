/**
 * What a campaign is and how it may dial: its settings and their versions, dispositions, pause codes, hot keys, rules to call again, call
 * times, scripts, transfer presets and caller id pools.
 *
 * <p>All of it is data that administrators enter and that others read; nothing here dials. Does not belong here: leads, lists and
 * do-not-call numbers (feature lead), who may see a campaign (user), and when which lead is dialled (dialer).
 */
package org.switchroom.campaign;
