/** What the administration of inbound calls can do. */
package org.switchroom.inbound.boundary;
