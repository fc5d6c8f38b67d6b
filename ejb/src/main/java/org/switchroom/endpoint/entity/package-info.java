/** Endpoints and allowed contexts as they are stored, each of which refuses to exist with a pattern that can't be trusted. */
package org.switchroom.endpoint.entity;
