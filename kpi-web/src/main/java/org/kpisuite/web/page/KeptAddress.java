package org.kpisuite.web.page;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;

/** Forms post to the address on which they stand, so that a refused action leaves the reader on the same page. */
public class KeptAddress extends ViewHandlerWrapper {
    public KeptAddress(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext faces, String viewId) {
        String address = super.getActionURL(faces, viewId);
        UIViewRoot view = faces.getViewRoot();
        String query = ((HttpServletRequest) faces.getExternalContext().getRequest()).getQueryString();
        boolean isForm =
                faces.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE && view != null && viewId.equals(view.getViewId());
        return isForm && query != null && !address.contains("?") ? address + "?" + query : address;
    }
}
