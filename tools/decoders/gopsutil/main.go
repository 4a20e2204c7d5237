// Prints as JSON what gopsutil says about a text of smaps on stdin.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"unicode/utf8"

	"github.com/shirou/gopsutil/process"
)

type region struct {
	Pathname       string            `json:"pathname"`
	PathnameBase64 []byte            `json:"pathnameBase64,omitempty"`
	Counters       map[string]string `json:"counters"`
}

// bytes turns the library's number, which is in kB, into the protocol's.
func bytes(kB uint64) string {
	return strconv.FormatUint(kB*1024, 10)
}

func regionOf(said process.MemoryMapsStat) region {
	one := region{Pathname: said.Path, Counters: map[string]string{
		"Size": bytes(said.Size), "Rss": bytes(said.Rss), "Pss": bytes(said.Pss),
		"Shared_Clean": bytes(said.SharedClean), "Shared_Dirty": bytes(said.SharedDirty),
		"Private_Clean": bytes(said.PrivateClean), "Private_Dirty": bytes(said.PrivateDirty),
		"Referenced": bytes(said.Referenced), "Anonymous": bytes(said.Anonymous), "Swap": bytes(said.Swap),
	}}
	if !utf8.ValidString(said.Path) {
		one.PathnameBase64 = []byte(said.Path)
	}
	return one
}

// read puts the text where the library looks for it, as a folder like /proc, and asks it.
func read(text io.Reader) ([]region, error) {
	folder, err := os.MkdirTemp("", "gopsutil-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	smaps, err := io.ReadAll(text)
	if err != nil {
		return nil, err
	}
	if err := os.Mkdir(filepath.Join(folder, "1"), 0o700); err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(folder, "1", "smaps"), smaps, 0o600); err != nil {
		return nil, err
	}
	os.Setenv("HOST_PROC", folder)
	said, err := (&process.Process{Pid: 1}).MemoryMaps(false)
	if err != nil {
		return nil, err
	}
	regions := []region{}
	for _, one := range *said {
		regions = append(regions, regionOf(one))
	}
	return regions, nil
}

func main() {
	regions, err := read(os.Stdin)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	json.NewEncoder(os.Stdout).Encode(regions)
}
