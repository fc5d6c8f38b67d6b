/** Bodies of requests, read strictly: what is not known, given twice, or of another type is refused by name. */
package org.switchroom.web.api.body;
