using LeadCapture.Catalogue;
using LeadCapture.Forms;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Admin.Forms.Publishing;

/// Gathers what a person reads before a form is published.
public sealed class PublishPages(FormHeads heads, ReplyIoCatalogue catalogue, PageWeight weight)
{
    public async Task<PublishPage> Of(Draft draft, Controller controller, CancellationToken aborted) =>
        new(await heads.Of(draft, FormTab.Edit, aborted), draft, await catalogue.Get(), await weight.Of(draft, controller));
}
