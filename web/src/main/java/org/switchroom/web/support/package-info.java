/** What all pages share: the look of states, moments in the user's zone, security headers, the release. No rule of any feature belongs here. */
package org.switchroom.web.support;
