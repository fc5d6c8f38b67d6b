/** Pages of in-groups, DIDs, call menus, music classes and voicemail boxes: one list and one form for all of them. */
package org.switchroom.web.admin.inbound;
