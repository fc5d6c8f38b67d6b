/**
 * The numbered feed of changes that readers follow and resume: what changed is remembered as ids only, what it is now is read when it is
 * delivered.
 *
 * <p>Does not belong here: transport (the API's streams), and pages, which are told by {@code push} that something changed.
 */
package org.switchroom.web.push.feed;
