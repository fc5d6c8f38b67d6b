/**
 * Who may sign in and call the API: accounts, roles, tokens, and the limit of tries. Does not belong here: what a role may do on a
 * page or path (web), which lists a group may see (the features).
 */
package org.switchroom.user;
