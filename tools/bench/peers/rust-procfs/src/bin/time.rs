//! The procfs crate with the allocator that a Rust program has.
#[path = "../work.rs"]
mod work;

fn main() {
    work::serve(|| 0);
}
