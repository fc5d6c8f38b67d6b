/** Pages for lists of leads: the lists, the load of files, search, one lead, numbers that nobody may call, callbacks. */
package org.switchroom.web.admin.lead;
