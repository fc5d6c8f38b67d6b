/** Pages for campaigns, their versions, and what they work with. */
package org.switchroom.web.admin.campaign;
