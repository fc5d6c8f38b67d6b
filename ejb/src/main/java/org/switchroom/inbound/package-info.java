/**
 * What is configured for calls that come in: in-groups, DIDs, call menus, music classes and voicemail boxes. Data only: each kind is a list
 * of settings with their rules, and items that lead to other items.
 *
 * <p>Does not belong here: what happens to a call. Nothing routes by these settings yet. Servers, call times, scripts and people are named
 * by their keys, and this feature knows no more of them.
 */
package org.switchroom.inbound;
