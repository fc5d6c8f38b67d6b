/** What everybody who is signed in looks after alone: password, second factor, open sessions. */
package org.switchroom.web.account;
