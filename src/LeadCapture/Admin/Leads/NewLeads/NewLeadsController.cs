using LeadCapture.Admin.Leads.Import;
using LeadCapture.Admin.Runs;
using LeadCapture.Forms;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Leads.NewLeads.NewLeadText;

namespace LeadCapture.Admin.Leads.NewLeads;

/// New leads out of another tool's file: choose form and file, say what the columns are, see what it would do, have a run do it.
[Needs(Role.Operator)]
public sealed class NewLeadsController(NewLeadFiles files, FormCatalog forms, RunDecisions runs, NewLeadPlans plans) : AdminController
{
    private const string Start = "/admin/leads/import-new";
    private const string Here = Start + "/{id:guid}";

    /// More than is taken, so that a file that is too large gets a sentence and no bare refusal.
    private const int LargestBody = 4 * ImportController.LargestFile;

    [HttpGet(Start, Name = NewLeadRoutes.Choose)]
    public async Task<IActionResult> Choose() => View("Choose", new ChoosePage(await forms.All(), ""));

    [HttpPost(Start)]
    [RequestSizeLimit(LargestBody)]
    public async Task<IActionResult> Upload(IFormFile? file, CancellationToken aborted, string form = "")
    {
        // What is no file is none: the binder's own words say less.
        ModelState.Clear();
        var published = await forms.Find(form);
        if (published is null)
            Wrong("form", T["Choose the form that the leads belong to"]);
        var (text, problem) = await Upload(file, aborted);
        if (problem != "")
            Wrong("file", problem);
        if (!ModelState.IsValid || published is null)
            return Unprocessable("Choose", new ChoosePage(await forms.All(), form));
        return To(NewLeadRoutes.Columns, new { id = await files.Keep(text, published, CurrentUser) });
    }

    [HttpGet(Here + "/columns", Name = NewLeadRoutes.Columns)]
    public Task<IActionResult> Columns(Guid id, CancellationToken aborted) => With(
        id, file => Task.FromResult<IActionResult>(View("Columns", new ColumnsPage(file, file.Targets))), aborted);

    [HttpPost(Here + "/columns")]
    public Task<IActionResult> Map(Guid id, CancellationToken aborted) => With(id, async file =>
    {
        var page = new ColumnsPage(file, Chosen(file));
        if (!page.Chosen.Contains("email") && !page.Chosen.Contains("linkedInUrl"))
        {
            Wrong("", T["Choose the column with the email address or the LinkedIn profile. A lead needs one of them."]);
            return Unprocessable("Columns", page);
        }
        await files.Map(file, page.Chosen);
        return To(NewLeadRoutes.Show, new { id });
    }, aborted);

    [HttpGet(Here, Name = NewLeadRoutes.Show)]
    public async Task<IActionResult> Show(Guid id, CancellationToken aborted)
    {
        if (await files.Find(id, CurrentUser) is not { } import)
            return await Over();
        if (import.RunId is { } run)
            return import.NotTaken > 0 ? View("NotImported", new SkippedPage(import)) : To(RunRoutes.Run, new { id = run });
        if (import.Columns is null)
            return To(NewLeadRoutes.Columns, new { id });
        return await files.Open(import, aborted) is { } file
            ? View("Review", await plans.Of(await files.Review(file, aborted), aborted))
            : await Over();
    }

    [HttpPost(Here + "/start", Name = NewLeadRoutes.Start)]
    public Task<IActionResult> Begin(Guid id, CancellationToken aborted) => With(id, async file => file.Import.Columns is null
        ? To(NewLeadRoutes.Columns, new { id })
        : Done(RunRoutes.Run, new { id = await runs.TakeIn(file.Import, file.Form.Slug, CurrentUser) }, T["Import started."]), aborted);

    [HttpGet(Here + "/not-imported.csv", Name = NewLeadRoutes.NotImported)]
    public async Task<IActionResult> NotImported(Guid id, CancellationToken aborted) => await files.Find(id, CurrentUser) switch
    {
        null => NotFound(),
        { NotTaken: not null } import => ProblemLines.File(import.Text),
        var import when await files.Open(import, aborted) is { } file =>
            ProblemLines.File(ProblemLines.Text(await files.Review(file, aborted))),
        _ => NotFound(),
    };

    private static async Task<(string Text, string Problem)> Upload(IFormFile? file, CancellationToken aborted)
    {
        if (file is null or { Length: 0 })
            return ("", file is null ? T["Choose a CSV file"] : T["The file is empty. Choose another file."]);
        if (file.Length > ImportController.LargestFile)
            return ("", T["The file is larger than 10 MB. Split it and import the parts one by one."]);
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, aborted);
        var text = FileLetters.Of(bytes.ToArray());
        return (text, FileTableReader.Read(text, aborted).Problem);
    }

    /// By the numbers of the columns: what is not offered is not imported.
    private string[] Chosen(NewLeadFile file)
    {
        var offered = Target.Of(file.Form.Definition).Select(target => target.Value).ToHashSet();
        return [.. file.Table.Headings.Select((heading, column) => Request.Form[$"column-{column}"].ToString() is var chosen
            && (offered.Contains(chosen) || chosen == Target.Custom && Target.CanBeKey(heading)) ? chosen : Target.None)];
    }

    /// A file that no run was ordered with; what a run has read is no longer there.
    private async Task<IActionResult> With(Guid id, Func<NewLeadFile, Task<IActionResult>> act, CancellationToken aborted)
    {
        if (await files.Find(id, CurrentUser) is not { } import)
            return await Over();
        if (import.RunId is { } run)
            return To(RunRoutes.Run, new { id = run });
        return await files.Open(import, aborted) is { } file ? await act(file) : await Over();
    }

    private async Task<ViewResult> Over()
    {
        Wrong("", T["This file has expired or belongs to another user. Choose the file again."]);
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Choose", new ChoosePage(await forms.All(), ""));
    }
}
