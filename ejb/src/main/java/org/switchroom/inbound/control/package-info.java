/** How items are checked and stored. */
package org.switchroom.inbound.control;
