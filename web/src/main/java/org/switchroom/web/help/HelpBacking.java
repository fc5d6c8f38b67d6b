package org.switchroom.web.help;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.switchroom.web.support.Look;

/** The help of the page that is shown. */
@Named("help")
@RequestScoped
public class HelpBacking {
    @Inject
    private Look look;

    private PageHelp help;

    public PageHelp getPage() {
        if (help == null) {
            String view = FacesContext.getCurrentInstance().getViewRoot().getViewId();
            help = new PageHelp(view, look.getLocale());
        }
        return help;
    }
}
