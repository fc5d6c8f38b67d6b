/** The database schema at start: brings it up to date and checks that it is what the entities expect. Nothing else belongs here. */
package org.switchroom.schema;
