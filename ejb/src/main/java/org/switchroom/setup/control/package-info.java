/** How it is seen what is done. */
package org.switchroom.setup.control;
