/** Where pages ask. */
package org.switchroom.setup.boundary;
