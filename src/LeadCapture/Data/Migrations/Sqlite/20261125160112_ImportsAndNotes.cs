using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeadCapture.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ImportsAndNotes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The table begins anew: files wait there for an hour, and SQLite would copy it outside of the transaction.
            migrationBuilder.DropTable(
                name: "lead_imports");

            migrationBuilder.CreateTable(
                name: "lead_imports",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    run_id = table.Column<int>(type: "INTEGER", nullable: true),
                    not_taken = table.Column<int>(type: "INTEGER", nullable: true),
                    unchanged = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lead_imports", x => x.id);
                    table.ForeignKey(
                        name: "FK_lead_imports_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_lead_imports_user_id",
                table: "lead_imports",
                column: "user_id");

            migrationBuilder.AddColumn<string>(
                name: "answers",
                table: "run_leads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "corrections",
                table: "run_leads",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "failure_notes",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    failure_key = table.Column<string>(type: "TEXT", nullable: false),
                    fault = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    who = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_failure_notes", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_lead_imports_run_id",
                table: "lead_imports",
                column: "run_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_failure_notes_failure_key_id",
                table: "failure_notes",
                columns: new[] { "failure_key", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "lead_imports");

            migrationBuilder.CreateTable(
                name: "lead_imports",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    corrected = table.Column<int>(type: "INTEGER", nullable: true),
                    unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    resubmitted = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lead_imports", x => x.id);
                    table.ForeignKey(
                        name: "FK_lead_imports_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_lead_imports_user_id",
                table: "lead_imports",
                column: "user_id");

            migrationBuilder.DropTable(
                name: "failure_notes");

            migrationBuilder.DropColumn(
                name: "answers",
                table: "run_leads");

            migrationBuilder.DropColumn(
                name: "corrections",
                table: "run_leads");
        }
    }
}
