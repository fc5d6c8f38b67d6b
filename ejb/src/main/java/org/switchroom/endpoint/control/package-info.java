/** The grammar of dial strings and the plan of what may be dialled, both plain Java. */
package org.switchroom.endpoint.control;
